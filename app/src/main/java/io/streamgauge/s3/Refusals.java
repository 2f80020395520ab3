package io.streamgauge.s3;

import io.streamgauge.lake.FullDisk;
import io.streamgauge.lake.StoreException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in a sentence why a call failed: where, at which key, and what can be done. What the SDK says of requests stays out. */
final class Refusals {

    private final S3Settings settings;

    Refusals(S3Settings settings) {
        this.settings = settings;
    }

    /** @param what what could not be done, such as {@code write tables/x} */
    StoreException of(String what, SdkException failure) {
        return new StoreException(
                "Cannot " + what + " in " + settings.place() + ": " + reason(failure), cause(failure));
    }

    private String reason(SdkException failure) {
        return failure instanceof S3Exception answer ? refused(answer) : failed(failure);
    }

    private String refused(S3Exception answer) {
        String code = code(answer);
        if (answer instanceof NoSuchBucketException || code.equals("NoSuchBucket")) {
            return "there is no bucket '" + settings.address().bucket() + "'";
        }
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken" ->
                "the credentials are not accepted (" + code + ")";
            case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired" ->
                "the credentials have expired (" + code + ")";
            case "RequestTimeTooSkewed" -> "this machine's clock differs too much from the service's (" + code + ")";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                elsewhere(answer, code);
            default -> byStatus(answer, code);
        };
    }

    private String byStatus(S3Exception answer, String code) {
        String named = answer.statusCode() + (code.isEmpty() ? "" : " " + code);
        return switch (answer.statusCode()) {
            case 301, 307 -> elsewhere(answer, named);
            case 403 ->
                "access is denied (" + named + "); needed are s3:ListBucket on the bucket, and s3:GetObject,"
                        + " s3:PutObject and s3:DeleteObject on the objects";
            case 404 -> "there is no such object (" + named + ")";
            default -> "the service answered " + named + (isPassing(answer) ? " to " + tries(answer) + " tries" : "");
        };
    }

    private static boolean isPassing(SdkServiceException answer) {
        return answer.statusCode() >= 500 || answer.isThrottlingException();
    }

    private static int tries(SdkException failure) {
        return failure.numAttempts() == null ? 1 : failure.numAttempts();
    }

    private static String elsewhere(S3Exception answer, String code) {
        String region = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .orElse("another one");
        return "the bucket lies in another region than asked (" + code + "): set AWS_REGION to " + region;
    }

    private static String failed(SdkException failure) {
        if (failure instanceof AbortedException) {
            return "it was interrupted";
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "the service did not answer in time";
        }
        String said = String.valueOf(failure.getMessage());
        if (said.contains("Unable to load credentials") || said.contains("Profile file contained no credentials")) {
            return "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the"
                    + " machine a role";
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String detail = root == failure ? said : root.getClass().getSimpleName() + " " + root.getMessage();
        return FullDisk.sentence(failure)
                .orElse("the service cannot be reached (" + detail.replaceAll("\\s+", " ") + ")");
    }

    private static String code(S3Exception answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    /** An interruption stays one: whoever waits for the thread to end must learn of it. */
    private static Throwable cause(SdkException failure) {
        if (!(failure instanceof AbortedException)) {
            return failure;
        }
        Thread.currentThread().interrupt();
        InterruptedException interruption = new InterruptedException();
        interruption.initCause(failure);
        return interruption;
    }
}
