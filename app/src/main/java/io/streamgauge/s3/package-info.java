/** A lake in a bucket of S3, or of a service that speaks like it. */
package io.streamgauge.s3;
