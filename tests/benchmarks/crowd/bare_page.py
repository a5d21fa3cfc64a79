"""What Maju is measured beside: Streamlit's own chat page, a model client and nothing else."""

import os

import streamlit as st
from openai import OpenAI


@st.cache_resource
def client() -> OpenAI:
    return OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key="benchmark", max_retries=0)


turns = st.session_state.setdefault("turns", [])
for turn in turns:
    st.chat_message(turn["role"]).markdown(turn["content"])
if words := st.chat_input("…"):
    turns.append({"role": "user", "content": words})
    st.chat_message("user").markdown(words)
    stream = client().chat.completions.create(model="fixed", messages=list(turns), stream=True)
    turns.append({"role": "assistant", "content": st.chat_message("assistant").write_stream(stream)})
