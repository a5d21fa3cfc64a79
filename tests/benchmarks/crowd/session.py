"""One open page of a Streamlit app, spoken to as its frontend does: over the websocket, with widget values, fragment by fragment."""

import json
from collections.abc import AsyncIterator
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.asyncio.client import ClientConnection, connect

GOES_ON = (ForwardMsg.FINISHED_EARLY_FOR_RERUN,)
"""A run that ended because another one follows at once."""


class Session:
    """`address`: of the app, as ws://… `cookie`: what the browser holds."""

    def __init__(self, address: str, cookie: str = "") -> None:
        self._address = f"{address}/_stcore/stream"
        self._headers = {"Cookie": cookie} if cookie else {}
        self._socket: ClientConnection | None = None
        self._page = ""
        self._query = ""
        self.fragments: dict[str, str] = {}
        """Fragment of each component, by the component's id."""
        self.components: dict[str, str] = {}
        """What the components were last told, by their id."""
        self.chat_input = ""

    async def __aenter__(self) -> Self:
        self._socket = await connect(self._address, additional_headers=self._headers, subprotocols=["streamlit"], max_size=None, open_timeout=60)  # type: ignore[list-item]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._socket:
            await self._socket.close()

    async def visit(self, page: str, query: str = "") -> AsyncIterator[ForwardMsg]:
        """Opens a page by its address. Yields what comes until the run has ended."""
        self._query = query
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        async for one in self._run(message):
            yield one

    async def change(self, *widgets: WidgetState, fragment: str = "") -> AsyncIterator[ForwardMsg]:
        """Sends widget values; only their fragment runs when it is named."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = self._query
        message.rerun_script.fragment_id = fragment
        message.rerun_script.widget_states.widgets.extend(widgets)
        async for one in self._run(message):
            yield one

    async def _run(self, message: BackMsg) -> AsyncIterator[ForwardMsg]:
        if self._socket is None:
            raise RuntimeError("open the session first")
        await self._socket.send(message.SerializeToString())
        async for data in self._socket:
            one = ForwardMsg()
            one.ParseFromString(data if isinstance(data, bytes) else data.encode())
            self._note(one)
            yield one
            if one.WhichOneof("type") == "script_finished" and one.script_finished not in GOES_ON:
                return
        raise ConnectionError("the server has closed the connection")

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "delta":
            self._note_element(message.delta.new_element, message.delta.fragment_id)

    def _note_element(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            self.components[element.bidi_component.id] = element.bidi_component.json
            self.fragments[element.bidi_component.id] = fragment
        elif kind == "chat_input":
            self.chat_input = element.chat_input.id


def triggered(component: str, event: str, value: object) -> WidgetState:
    """A component's trigger, in the form of the frontend: all events of a component go through one widget."""
    return WidgetState(id=f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{component}__events", json_trigger_value=json.dumps([{"event": event, "value": value}]))
