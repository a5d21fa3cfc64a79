// Watches the composer beside it: when the buyer's line stood there, when the first key went down, how much was pasted.
// Nothing of what is written leaves through here, only times and a count; without it the server's own times serve.
const BOX = '[data-testid="stChatInput"] textarea';
const SEND = '[data-testid="stChatInputSubmitButton"]';

const fresh = (turn, box) => ({ turn, shown: Date.now(), first: box && box.value ? Date.now() : null, pasted: 0 });

export default function ({ data, setStateValue }) {
  const box = document.querySelector(BOX);
  const kept = window.__majuClock;
  const clock = (window.__majuClock = kept && kept.room === data.room && kept.turn === data.turn ? kept : { ...fresh(data.turn, box), room: data.room });

  const in_box = (event) => event.target instanceof Element && event.target.matches(BOX);
  const typed = (event) => {
    if (in_box(event)) clock.first ??= Date.now();
  };
  const pasted = (event) => {
    if (in_box(event)) clock.pasted += [...(event.clipboardData?.getData("text") ?? "")].length;
  };
  const tell = () => {
    const now = Date.now();
    const first = clock.first ?? now;
    setStateValue("sent", { turn: clock.turn, shown_ms: now - clock.shown, first_key_ms: now - first, pasted_chars: clock.pasted });
  };
  const entered = (event) => {
    if (in_box(event) && event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target.value.trim()) tell();
  };
  const clicked = (event) => {
    if (event.target instanceof Element && event.target.closest(SEND) && document.querySelector(BOX)?.value.trim()) tell();
  };

  const heard = [["beforeinput", typed], ["compositionstart", typed], ["paste", pasted], ["keydown", entered], ["pointerdown", clicked]];
  heard.forEach(([name, act]) => document.addEventListener(name, act, true));
  return () => heard.forEach(([name, act]) => document.removeEventListener(name, act, true));
}
