package io.streamgauge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.streamgauge.analytics.DetailGoneException;
import io.streamgauge.analytics.TooLongException;
import io.streamgauge.analytics.TooManyDownloadsException;
import io.streamgauge.web.page.ErrorPage;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what went wrong: as a problem document under {@code /api}, as a page elsewhere, and never how it looks inside. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Frame frame;
    private final Templates templates;
    private final Duration requestTime;

    /** @param requestTime after which answers are given up */
    Failures(Frame frame, Templates templates, Duration requestTime) {
        this.requestTime = requestTime;
        this.frame = frame;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(
                RefusedRequest.class,
                (refused, context) -> tell(context, refused.status(), refused.title(), refused.getMessage()));
        routes.exception(
                DetailGoneException.class, (gone, context) -> tell(context, 400, "No longer kept", gone.getMessage()));
        routes.exception(
                TooLongException.class,
                (tooLong, context) -> tell(
                        context,
                        503,
                        "Took too long",
                        "The answer took longer than " + requestTime.toSeconds()
                                + " s to compute and was given up; ask for less, such as a shorter period"));
        routes.exception(
                TooManyDownloadsException.class,
                (tooMany, context) -> tell(context, 503, "Too many downloads", tooMany.getMessage()));
        routes.exception(HttpResponseException.class, this::httpFailure);
        routes.exception(Exception.class, this::unexpected);
    }

    private void httpFailure(HttpResponseException failure, Context context) {
        int status = failure.getStatus();
        String detail =
                switch (status) {
                    case 404 -> "There is nothing at " + context.path();
                    case 405 ->
                        "Method " + context.method() + " is not answered at " + context.path() + ", expected GET";
                    default -> "The request cannot be answered";
                };
        if (status == 405) {
            context.header("Allow", "GET, HEAD");
        }
        tell(context, status, HttpStatus.forStatus(status).getMessage(), detail);
    }

    private void unexpected(Exception failure, Context context) {
        LOG.atError()
                .addKeyValue("request_id", id(context))
                .setCause(failure)
                .log("Cannot answer {} {} ({})", context.method(), context.path(), id(context));
        tell(
                context,
                500,
                "Internal error",
                "The answer could not be computed; the server's log says why at the time of this request");
    }

    private void tell(Context context, int status, String title, String detail) {
        context.status(status);
        context.removeHeader("ETag");
        context.header("Cache-Control", "no-store");
        if (context.path().startsWith("/api/")
                || context.path().equals("/api")
                || context.path().equals("/metrics")
                || context.path().equals("/health")
                || context.path().startsWith("/health/")) {
            context.contentType(Problem.CONTENT_TYPE)
                    .result(Json.bytes(Problem.of(status, title, detail, id(context))));
        } else {
            ErrorPage page = new ErrorPage(frame.around(title), status, title, detail, advice(status));
            context.contentType(Answers.HTML).result(templates.render("error", page));
        }
    }

    private static String id(Context context) {
        return context.attribute(RequestId.ATTRIBUTE);
    }

    private static String advice(int status) {
        return switch (status) {
            case 404 -> "The overview and the search know everything that there is.";
            case 400 -> "Mend the address, or start again from the overview.";
            default -> "Try again in a moment.";
        };
    }
}
