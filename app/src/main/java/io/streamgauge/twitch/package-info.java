/** Twitch's Helix API as this project needs it: tokens, pages of live streams, the rate limit, and which failures are tried again. */
package io.streamgauge.twitch;
