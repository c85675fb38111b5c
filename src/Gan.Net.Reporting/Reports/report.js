"use strict";
(() => {
  const time = document.querySelector(".time");
  const source = document.getElementById("frames");
  if (time && source) {
    const data = JSON.parse(source.textContent);
    const input = time.querySelector("input");
    const output = time.querySelector("output");
    const play = time.querySelector("button");
    const figures = [...document.querySelectorAll("figure[data-strip]")].map(figure => {
      const image = figure.querySelector("img");
      let shown = null;
      // A round this strip has no picture of shows the one before.
      const pictures = data.strips[figure.dataset.strip].map(picture => (shown = picture === 0 ? shown : picture ?? image.src));
      const first = pictures.find(picture => picture !== null);
      return { image, name: figure.dataset.strip, pictures: pictures.map(picture => picture ?? first) };
    });

    const svg = "http://www.w3.org/2000/svg";
    const marks = [...document.querySelectorAll("svg.gan-plot[data-area]")].map(plot => {
      const [left, top, right, bottom] = plot.dataset.area.split(" ").map(Number);
      const [low, high] = plot.dataset.range.split(" ").map(Number);
      const line = document.createElementNS(svg, "line");
      line.setAttribute("class", "now");
      line.setAttribute("y1", top);
      line.setAttribute("y2", bottom);
      plot.append(line);
      const places = plot.closest("figure").dataset.axis === "round" ? data.rounds : data.samples;
      return step => {
        const last = step === data.rounds.length - 1;
        const x = left + (places[step] - low) / (high - low) * (right - left);
        line.setAttribute("visibility", !last && places[step] !== null && x >= left - 0.5 && x <= right + 0.5 ? "visible" : "hidden");
        line.setAttribute("x1", x);
        line.setAttribute("x2", x);
      };
    });

    const show = () => {
      const step = Number(input.value);
      const round = data.rounds[step].toLocaleString("en");
      output.textContent = round;
      input.setAttribute("aria-valuetext", "round " + round);
      for (const { image, name, pictures } of figures) {
        image.src = pictures[step];
        image.alt = name + " after round " + round;
      }
      marks.forEach(mark => mark(step));
    };

    let timer = 0;
    const stop = () => {
      clearInterval(timer);
      timer = 0;
      play.classList.remove("playing");
      play.ariaLabel = play.title = "Play";
    };
    play.addEventListener("click", () => {
      if (timer) {
        stop();
        return;
      }
      if (Number(input.value) >= data.rounds.length - 1) {
        input.value = 0;
        show();
      }
      play.classList.add("playing");
      play.ariaLabel = play.title = "Pause";
      timer = setInterval(() => {
        input.value = Number(input.value) + 1;
        show();
        if (Number(input.value) >= data.rounds.length - 1) {
          stop();
        }
      }, 250);
    });
    input.addEventListener("input", () => { stop(); show(); });
    time.hidden = data.rounds.length < 2;
    show();
  }

  const command = document.querySelector(".command");
  if (command && navigator.clipboard) {
    const button = command.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(command.querySelector("code").textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(command.querySelector("code"));
        button.textContent = "Selected";
      }
    });
  }
})();
