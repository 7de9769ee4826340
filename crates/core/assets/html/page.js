"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const view = at("view"), sheet = at("sheet"), zoomed = at("zoomed"), hits = at("hits");
  const pictures = [...sheet.querySelectorAll("svg")];
  let now = 0, x = 0, y = 0, zoom = 1, found = [], nth = -1;
  const shown = () => pictures[now];
  const size = () => ({ width: shown().width.baseVal.value, height: shown().height.baseVal.value });

  const place = (glides) => {
    const { width, height } = size(), room = view.getBoundingClientRect();
    // The picture never leaves the room: an eighth of it stays in sight.
    const keep = (value, length, whole) => Math.min(whole * 0.875, Math.max(whole * 0.125 - length, value));
    x = keep(x, width * zoom, room.width);
    y = keep(y, height * zoom, room.height);
    sheet.classList.toggle("glides", glides);
    sheet.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    zoomed.textContent = `${Math.round(zoom * 100)} %`;
  };
  const fit = (glides) => {
    const { width, height } = size(), room = view.getBoundingClientRect();
    zoom = Math.min((room.width - 24) / width, (room.height - 24) / height);
    [x, y] = [(room.width - width * zoom) / 2, Math.max(12, (room.height - height * zoom) / 2)];
    place(glides);
  };
  // It opens as wide as the room, where that can be read; all of it is a press away.
  const open = () => {
    const { width, height } = size(), room = view.getBoundingClientRect();
    const whole = Math.min((room.width - 24) / width, (room.height - 24) / height);
    zoom = Math.max(whole, Math.min(1.25, (room.width - 24) / width));
    [x, y] = [(room.width - width * zoom) / 2, Math.max(12, (room.height - height * zoom) / 2)];
    place(false);
  };
  const zoomTo = (wanted, px, py, glides) => {
    const next = Math.min(8, Math.max(0.05, wanted));
    [x, y] = [px - (px - x) * next / zoom, py - (py - y) * next / zoom];
    zoom = next;
    place(glides);
  };
  const middle = () => [view.clientWidth / 2, view.clientHeight / 2];
  const step = (by) => zoomTo(zoom * by, ...middle(), true);

  at("in").addEventListener("click", () => step(1.25));
  at("out").addEventListener("click", () => step(0.8));
  at("fit").addEventListener("click", () => fit(true));
  addEventListener("resize", open);

  const held = new Map();
  let spread = 0;
  view.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event);
    view.setPointerCapture(event.pointerId);
    view.classList.add("held");
    spread = 0;
  });
  view.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    held.set(event.pointerId, event);
    const room = view.getBoundingClientRect(), fingers = [...held.values()];
    if (fingers.length === 2) {
      const [a, b] = fingers, far = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (spread > 0) zoomTo(zoom * far / spread, (a.clientX + b.clientX) / 2 - room.left, (a.clientY + b.clientY) / 2 - room.top, false);
      spread = far;
    } else {
      x += event.clientX - before.clientX;
      y += event.clientY - before.clientY;
      place(false);
    }
  });
  const release = (event) => {
    held.delete(event.pointerId);
    spread = 0;
    if (held.size === 0) view.classList.remove("held");
  };
  view.addEventListener("pointerup", release);
  view.addEventListener("pointercancel", release);
  view.addEventListener("wheel", (event) => {
    const room = view.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomTo(zoom * Math.exp(-event.deltaY / 300), event.clientX - room.left, event.clientY - room.top, false);
    }
  }, { passive: false });
  view.addEventListener("dblclick", (event) => {
    const room = view.getBoundingClientRect();
    zoomTo(zoom * 1.6, event.clientX - room.left, event.clientY - room.top, true);
  });
  view.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = 80;
    const does = {
      ArrowLeft: () => { x += far; place(true); }, ArrowRight: () => { x -= far; place(true); },
      ArrowUp: () => { y += far; place(true); }, ArrowDown: () => { y -= far; place(true); },
      "+": () => step(1.25), "=": () => step(1.25), "-": () => step(0.8), 0: () => fit(true), Home: () => fit(true),
    }[event.key];
    if (does) { event.preventDefault(); does(); }
  });

  // Search: in the picture by what its parts are called, in the list by its words.
  const list = at("list");
  const clear = () => {
    sheet.querySelectorAll(".hit").forEach((hit) => hit.remove());
    list.querySelectorAll("mark").forEach((mark) => { mark.replaceWith(mark.textContent); });
    list.normalize();
    [found, nth] = [[], -1];
  };
  const search = () => {
    clear();
    const wanted = at("find").value.trim().toLowerCase();
    if (!wanted) { hits.textContent = ""; return; }
    const parts = [...shown().querySelectorAll("g > title")].filter((title) => title.textContent.toLowerCase().includes(wanted));
    // Of parts in each other the innermost.
    const inner = parts.filter((title) => !parts.some((other) => other !== title && title.parentNode.contains(other)));
    const origin = shown().getScreenCTM().inverse();
    for (const title of inner) {
      const part = title.parentNode, box = part.getBBox();
      if (box.width === 0 || box.height === 0) continue;
      const to = origin.multiply(part.getScreenCTM());
      const hit = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const air = 3 / Math.max(to.a, 0.01);
      for (const [name, value] of [["x", box.x - air], ["y", box.y - air], ["width", box.width + 2 * air], ["height", box.height + 2 * air], ["rx", 4]]) hit.setAttribute(name, value);
      hit.setAttribute("transform", `matrix(${to.a} ${to.b} ${to.c} ${to.d} ${to.e} ${to.f})`);
      hit.setAttribute("class", "hit");
      shown().append(hit);
      found.push(hit);
    }
    const walk = document.createTreeWalker(list, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (let text of texts) {
      let place = text.data.toLowerCase().indexOf(wanted);
      // Letters that change their number with their case are left alone.
      while (place >= 0 && text.data.toLowerCase().length === text.data.length) {
        const mark = document.createElement("mark"), rest = text.splitText(place);
        text = rest.splitText(wanted.length);
        rest.replaceWith(mark);
        mark.append(rest);
        place = text.data.toLowerCase().indexOf(wanted);
      }
    }
    if (found.length) { go(0); } else {
      const first = list.querySelector("mark");
      hits.textContent = first ? hits.dataset.list : hits.dataset.none;
    }
  };
  const go = (to) => {
    if (!found.length) {
      const first = list.querySelector("mark");
      if (first) first.scrollIntoView({ block: "center" });
      return;
    }
    found.forEach((hit) => hit.classList.remove("now"));
    nth = (to + found.length) % found.length;
    const hit = found[nth];
    hit.classList.add("now");
    hits.textContent = `${nth + 1} / ${found.length}`;
    const room = view.getBoundingClientRect(), box = hit.getBoundingClientRect();
    x += room.left + room.width / 2 - (box.left + box.width / 2);
    y += room.top + room.height / 2 - (box.top + box.height / 2);
    place(true);
  };
  at("find").addEventListener("input", search);
  at("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); go(nth + (event.shiftKey ? -1 : 1)); }
    if (event.key === "Escape") { at("find").value = ""; search(); }
  });
  at("next").addEventListener("click", () => go(nth + 1));
  at("previous").addEventListener("click", () => go(nth - 1));
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      at("find").focus();
    }
  });

  const lens = at("lens");
  if (lens) {
    lens.addEventListener("change", () => {
      clear();
      now = Number(lens.value);
      pictures.forEach((picture, place) => picture.toggleAttribute("hidden", place !== now));
      open();
      search();
    });
  }

  const dark = at("dark"), root = document.documentElement;
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const press = () => dark.setAttribute("aria-pressed", String(isDark()));
  dark.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; press(); });
  press();
  open();
})();
