package io.streamgauge.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Takes an object's bytes. One that was cut short is not taken for the whole, but asked for again. */
final class WholeBody {

    private WholeBody() {}

    static ResponseTransformer<GetObjectResponse, ResponseBytes<GetObjectResponse>> bytes() {
        return (response, body) -> {
            try {
                byte[] all = body.readAllBytes();
                requireWhole(response, all.length);
                return ResponseBytes.fromByteArrayUnsafe(response, all);
            } catch (IOException e) {
                throw again(e);
            }
        };
    }

    static ResponseTransformer<GetObjectResponse, GetObjectResponse> into(Path file) {
        return (response, body) -> {
            try (InputStream input = body) {
                requireWhole(response, Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING));
                return response;
            } catch (IOException e) {
                throw again(e);
            }
        };
    }

    private static void requireWhole(GetObjectResponse response, long received) throws IOException {
        if (response.contentLength() == null || response.eTag() == null) {
            throw new IOException("the answer was cut short among its headers");
        }
        if (response.contentLength() != received) {
            throw new IOException(
                    "the answer was cut short: " + received + " of " + response.contentLength() + " bytes");
        }
    }

    private static RetryableException again(IOException failure) {
        return RetryableException.builder()
                .message(failure.getMessage())
                .cause(failure)
                .build();
    }
}
