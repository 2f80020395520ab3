package io.streamgauge.s3;

import io.streamgauge.lake.StoreException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Makes clients of S3. Credentials come from the SDK's chain alone, and so does the region. */
final class Clients {

    private Clients() {}

    static S3Client open(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.times().connect())
                        .socketTimeout(settings.times().silence()))
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                // a list that was cut short, or a copy's answer
                                .retryOnExceptionOrCause(XMLStreamException.class)
                                .retryOnException(Clients::isCutShort)
                                .maxAttempts(settings.times().tries())
                                .build())
                        .apiCallAttemptTimeout(settings.times().smallTry())
                        .apiCallTimeout(settings.times().small()))
                .region(region(settings));
        // other services than Amazon's may not know the checksums that the SDK would send along
        settings.endpoint().ifPresent(uri -> builder.endpointOverride(uri)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
        return builder.build();
    }

    /** Whether the service did not get the whole of what was sent. */
    private static boolean isCutShort(Throwable failure) {
        return failure instanceof S3Exception answer
                && answer.awsErrorDetails() != null
                && "IncompleteBody".equals(answer.awsErrorDetails().errorCode());
    }

    private static Region region(S3Settings settings) {
        if (settings.endpoint().isPresent()) {
            Optional<String> named = SdkSystemSetting.AWS_REGION.getStringValue();
            return named.map(Region::of).orElse(Region.US_EAST_1);
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new StoreException(
                    "Cannot reach " + settings.place() + ": no region is known, set AWS_REGION to that of the bucket",
                    e);
        }
    }
}
