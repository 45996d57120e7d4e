extension Script {
  /// A crosshair that reads off a figure's values: under the pointer or a finger, and by the arrow keys.
  ///
  /// It stops at the rows of the figure's tables, so that each number that it shows was computed by
  /// the build; the drawing says where the rows stand. What is drawn may be swapped at any time: it is
  /// looked at anew each time.
  static let figures = #"""
    // A number with its note, which is marked by its letter: "1.000 (less than 1)".
    const textOf = (cell) => {
      const letter = cell.querySelector("sup")?.textContent.charCodeAt();
      const note = cell.closest(".table").querySelectorAll("li")[letter - 97];
      return (cell.firstChild?.data ?? "") + (note ? ` (${note.lastChild.data})` : "");
    };

    // The places of a figure that have a row in its tables, drawing by drawing, from left to right.
    const stopsOf = (plate) => {
      const data = plate.nextElementSibling;
      const tables = data?.matches(".data") ? [...data.querySelectorAll("table")] : [];
      return [...plate.querySelectorAll("svg")].flatMap((svg) =>
        svg.querySelector("metadata").textContent.split("|").filter(Boolean).flatMap((places) => {
          const [head, ...rows] = [...(tables.shift()?.rows ?? [])].map((row) => [...row.cells].map(textOf));
          return rows.map((row, index) => {
            const [x, ...y] = (places.split(" ")[index] ?? "").split(",");
            const text = row.map((cell, column) => cell && head[column] + " = " + cell);
            return { svg, x: +x, y: y.filter(Boolean), text: text.filter(Boolean).join("\n") };
          });
        }).sort((a, b) => a.x - b.x));
    };

    const boxOf = (element) => element.getBoundingClientRect();
    const scaleOf = (svg) => boxOf(svg).width / svg.viewBox.baseVal.width;

    for (const plate of document.querySelectorAll(".plate-chart")) {
      if (!stopsOf(plate)[0]) continue;
      const body = plate.querySelector(".plate-body");
      const readout = make("div", { className: "readout", role: "status" });
      const lines = document.createElementNS("http://www.w3.org/2000/svg", "path");
      lines.setAttribute("class", "figure-crosshair");
      let at = -1;

      const hide = () => {
        at = -1;
        readout.textContent = "";
        lines.remove();
      };
      const show = (stops, index) => {
        const { svg, x, y, text } = stops[at = index];
        const frame = (svg.querySelector(".figure-axis") ?? svg).getBBox();
        const across = y.length === 1 ? `M${frame.x} ${y}h${frame.width}` : "";
        const dots = y.map((y) => `M${x - 4} ${y}a4 4 0 1 1 8 0a4 4 0 1 1-8 0`);
        lines.setAttribute("d", `M${x} ${frame.y}v${frame.height}${across}${dots.join("")}`);
        svg.append(lines);
        if (readout.textContent !== text) readout.textContent = text;
        // Beside the line, on the side that has more room.
        const left = x * scaleOf(svg) + boxOf(svg).left - boxOf(body).left;
        const right = body.clientWidth - left;
        readout.style.left = left < right ? left + 10 + "px" : "";
        readout.style.right = left < right ? "" : right + 10 + "px";
      };

      body.onpointermove = body.onpointerdown = ({ target, clientX }) => {
        const svg = target.closest("svg");
        if (!svg) return;
        const x = (clientX - boxOf(svg).left) / scaleOf(svg);
        const stops = stopsOf(plate);
        const distances = stops.map((stop) => (stop.svg === svg ? Math.abs(stop.x - x) : Infinity));
        const least = Math.min(...distances);
        if (least < Infinity) show(stops, distances.indexOf(least));
      };
      body.onpointerleave = (event) => { if (event.pointerType === "mouse") hide(); };
      body.onblur = hide;
      body.onkeydown = (event) => {
        const stops = stopsOf(plate);
        const last = stops.length - 1;
        const next = { ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
        if (event.key === "Escape") hide();
        if (next === undefined) return;
        event.preventDefault();
        show(stops, next);
      };
      const name = plate.querySelector(".caption-name").textContent;
      Object.assign(body, { tabIndex: 0, role: "group", ariaLabel: name + ": " + words.readValues });
      body.append(readout);
    }

    """#
}
