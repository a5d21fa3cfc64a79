"""Models behind any OpenAI-compatible endpoint. The only package that imports LangChain and openai: on first use, as they take seconds."""

from assistant.llm.chat import OpenAiChat
from assistant.llm.deadlines import Deadlines
from assistant.llm.embeddings import LlmEmbedder
from assistant.llm.till import Till

__all__ = ["Deadlines", "LlmEmbedder", "OpenAiChat", "Till"]
