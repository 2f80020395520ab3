/** The collector as a function of AWS Lambda: a snapshot for each event of a schedule, into a lake in S3. */
package io.streamgauge.lambda;
