import { drawCharts } from "./chart.js";

document.documentElement.classList.add("scripted");
drawCharts();
