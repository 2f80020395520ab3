import { drawCharts } from "./chart.js";
import { listenToKeys } from "./keyboard.js";
import { listenToSlider } from "./moment.js";
import { keepFresh } from "./refresh.js";
import { suggestNames } from "./search.js";

document.documentElement.classList.add("scripted");
listenToKeys();
listenToSlider();
drawCharts();
suggestNames();
keepFresh(drawCharts);
