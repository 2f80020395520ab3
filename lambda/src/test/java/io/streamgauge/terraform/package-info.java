/** Reads Terraform's files and holds them to rules of ours. */
package io.streamgauge.terraform;
