/** What the page templates print: texts, links and drawings made from the answers, with nothing left to compute. */
package io.streamgauge.web.page;
