// The room's composer. Words reach it as data and stand only in `value` and `textContent`; nothing of theirs is ever markup or code.
// What is typed is kept in the browser until the server says that the turn is kept: a rerun, a reload, a lost socket lose nothing.
const NEAR = 200; // characters left from which the count is told
const PATIENCE_MS = 4000; // without a word from the server after which what was sent is sent again, under the same id
const LONGEST_PATIENCE_MS = 20000;

const letters = (text) => [...text].length;
const freshId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** What this browser keeps of one room: in the tab for itself, in the browser for when the tab is gone. Either may be forbidden. */
const shelf = {
  at: (room) => `maju-composer-${room}`,
  read(room) {
    let own = null;
    for (const storage of ["sessionStorage", "localStorage"]) {
      try {
        const kept = JSON.parse(window[storage].getItem(this.at(room)));
        if (typeof kept?.text !== "string") continue;
        own ??= kept;
        if (kept.text || kept.pending) return { ...kept, clock: own.clock };
      } catch {}
    }
    return own ?? { text: "", pending: null, clock: null };
  },
  write(room, kept) {
    for (const storage of ["sessionStorage", "localStorage"]) {
      try {
        if (kept.text || kept.pending || storage === "sessionStorage") window[storage].setItem(this.at(room), JSON.stringify(kept));
        else window[storage].removeItem(this.at(room));
      } catch {}
    }
  },
};

class Composer {
  constructor(host) {
    this.root = host.querySelector(".maju-composer");
    this.label = this.root.querySelector("label");
    this.box = this.root.querySelector("textarea");
    this.button = this.root.querySelector(".send");
    this.keys = this.root.querySelector("#maju-composer-keys");
    this.note = this.root.querySelector(".note");
    this.composing = false;
    this.tries = 0;
    this.refusal = null; // the last one that was answered for
    const on = (one, name, act) => one.addEventListener(name, act.bind(this));
    on(this.box, "beforeinput", this.began);
    on(this.box, "compositionstart", () => { this.composing = true; this.began(); });
    on(this.box, "compositionend", () => { this.composing = false; });
    on(this.box, "input", this.changed);
    on(this.box, "paste", (event) => this.brought(event.clipboardData));
    on(this.box, "drop", (event) => this.brought(event.dataTransfer));
    on(this.box, "keydown", this.pressed);
    on(this.button, "click", () => { this.submit(); this.box.focus(); });
    this.resized = new ResizeObserver(() => this.grow());
    this.resized.observe(this.root);
    this.awaited = new MutationObserver(() => this.answered());
  }

  /** Called whenever the server has something new to say. */
  update(data, tell) {
    this.data = data;
    this.tell = tell;
    if (this.room !== data.room) this.enter(data.room);
    if (this.pending && data.kept.includes(this.pending.id)) this.settled();
    else if (this.pending && this.refused()) this.giveBack();
    if (data.refused) this.refusal = data.refused.number;
    this.hear(data.turn);
    this.awaited.disconnect();
    if (data.next !== null) this.awaited.observe(document.body, { childList: true, subtree: true });
    this.save();
    this.paint();
    if (this.pending && !this.timer && data.open) this.transmit();
  }

  leave() {
    clearTimeout(this.timer);
    this.awaited.disconnect();
    this.resized.disconnect();
  }

  enter(room) {
    const kept = shelf.read(room);
    this.room = room;
    this.pending = kept.pending ?? null;
    this.clock = kept.clock ?? null;
    this.box.value = kept.text;
  }

  // What came of a turn that was sent

  refused() {
    const { refused, closed, turn } = this.data;
    return closed || turn > this.pending.turn || (refused?.id === this.pending.id && refused.number !== this.refusal);
  }

  settled() {
    this.pending = null;
    this.tries = 0;
    this.timer = clearTimeout(this.timer);
  }

  /** What could not be kept stands in the box again, before what was typed meanwhile. */
  giveBack() {
    this.box.value = [this.pending.text, this.box.value].filter(Boolean).join("\n");
    this.settled();
  }

  submit() {
    const text = this.box.value;
    if (!this.ready()) return;
    const { turn, shown, first, pasted } = this.clock;
    this.pending = { id: freshId(), text, turn, shown, first: first ?? Date.now(), at: Date.now(), pasted: Math.min(pasted, letters(text)) };
    this.box.value = "";
    this.save();
    this.paint();
    this.transmit();
  }

  transmit() {
    const { id, text, turn, shown, first, at, pasted } = this.pending;
    const now = Date.now();
    this.tell("sent", { id, text, turn, shown_ms: now - shown, first_key_ms: now - first, sent_ms: now - at, pasted_chars: pasted });
    this.tries += 1;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.paint();
      if (this.pending) this.transmit();
    }, Math.min(PATIENCE_MS * this.tries, LONGEST_PATIENCE_MS));
  }

  // The clock

  /** The buyer's turn stands there whole a moment before the server has drawn the room anew: from here on it can be answered. */
  answered() {
    const turn = this.data.next;
    if (!document.getElementById(`turn-${turn}`)) return;
    this.awaited.disconnect();
    this.data = { ...this.data, turn, next: null, open: true };
    this.hear(turn);
    this.save();
    this.paint();
  }

  hear(turn) {
    if (this.clock?.turn !== turn) this.clock = { turn, shown: Date.now(), first: this.box.value ? Date.now() : null, pasted: 0 };
  }

  began() {
    this.clock.first ??= Date.now();
  }

  brought(transfer) {
    this.began();
    this.clock.pasted += letters(transfer?.getData("text") ?? "");
  }

  // The box

  /** An Enter that ends a syllable is the input method's: it says so by `isComposing`, Safari, which ends the composition first, by 229. */
  pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || this.composing || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!event.repeat) this.submit();
  }

  changed() {
    this.began();
    this.save();
    this.paint();
  }

  left() {
    return this.data.most - letters(this.box.value);
  }

  ready() {
    return this.data.open && !this.pending && this.box.value.trim() !== "" && this.left() >= 0;
  }

  save() {
    shelf.write(this.room, { text: this.box.value, pending: this.pending, clock: this.clock });
  }

  paint() {
    const { words, closed } = this.data;
    this.root.hidden = closed && !this.box.value;
    this.root.classList.toggle("closed", closed);
    this.label.textContent = this.box.placeholder = words.label;
    this.button.title = words.send;
    this.button.setAttribute("aria-label", words.send);
    this.button.setAttribute("aria-disabled", String(!this.ready()));
    this.keys.textContent = words.keys;
    this.box.readOnly = closed;
    const note = this.said();
    if (this.note.textContent !== note) this.note.textContent = note;
    this.note.classList.toggle("bad", this.left() < 0);
    this.grow();
  }

  /** The one line below the box; empty most of the time. */
  said() {
    const { words, closed, open } = this.data;
    if (closed) return words.closed;
    if (this.left() < 0) return words.over.replace("{over}", -this.left());
    if (this.pending && this.tries > 1) return words.unsent;
    if ((this.pending || !open) && this.box.value) return words.waiting;
    return this.left() < NEAR ? words.left.replace("{left}", this.left()) : "";
  }

  grow() {
    if (!this.box.clientWidth) return;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.majuComposer ??= new Composer(parentElement);
  const composer = parentElement.majuComposer;
  composer.update(data, setTriggerValue);
  return () => composer.leave();
}
