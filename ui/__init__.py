"""The screens: Streamlit draws, the engine answers. Nothing under `assistant` knows of this package."""
