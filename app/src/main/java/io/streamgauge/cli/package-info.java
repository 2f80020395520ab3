/** The command line: reads the configuration, puts the parts together and says in one sentence what went wrong. */
package io.streamgauge.cli;
