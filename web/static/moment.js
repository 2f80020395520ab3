// Lets the slider through a day show its time while it moves, and go there when it rests.

const REST = 500;
let resting = 0;

export function listenToSlider() {
  addEventListener("input", (event) => tell(event.target));
  addEventListener("change", (event) => {
    if (!isSlider(event.target)) return;
    clearTimeout(resting);
    resting = setTimeout(() => event.target.form.requestSubmit(), REST);
  });
}

const isSlider = (element) => element instanceof Element && element.matches("[data-seconds]");

function tell(slider) {
  if (!isSlider(slider)) return;
  clearTimeout(resting);
  const two = (number) => String(number).padStart(2, "0");
  const clock = `${two(Math.floor(slider.value / 3600))}:${two(Math.floor(slider.value / 60) % 60)}`;
  slider.form.querySelector("output").value = clock;
  slider.setAttribute("aria-valuetext", `${clock} UTC`);
}
