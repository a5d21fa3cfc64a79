"""Drawing a part of a page anew."""

import streamlit as st
from streamlit.errors import StreamlitAPIException


def part_again() -> None:
    """The fragment this is called in, as it stands now. While the whole page is drawn, a part cannot be drawn anew: then all of it is."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:
        st.rerun()
