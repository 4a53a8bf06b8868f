package io.handlekit.mock.internal.wire;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.ServiceData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/**
 * A writer of customers, as the service shows them. The order of members is the recorded one; members that no recording
 * has stand where they belong by their subject.
 */
public final class CustomerWriter {
    private CustomerWriter() {}

    /** Writes a customer as a GET shows it. */
    public static void customer(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        write(Json.raw(out), shown, true, withAdditionalData);
    }

    /** Writes a customer as a list shows it: without fax and VAT number. */
    public static void listed(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        write(Json.raw(out), shown, false, withAdditionalData);
    }

    /** Writes everything that a customer can be created with. */
    public static void sections(JsonGenerator out, CustomerJson sections) {
        try {
            new CustomerLines(sections.lines(), Json.raw(out)).copyAll();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(OutputStream out, CustomerView shown, boolean isGet, boolean withAdditionalData) {
        CustomerLines lines = new CustomerLines(shown.json().lines(), out);
        try {
            write(out, "{\"id\":" + shown.id() + ",");
            lines.copyAfter("{".length());
            lines.copyIf(isGet);
            lines.copy();
            lines.copyIf(isGet);
            write(
                    out,
                    ",\"handle\":" + Json.text(shown.handle().value()) + ",\"reseller_id\":" + ServiceData.RESELLER_ID);
            lines.copy();
            if (shown.commentsChangedAt().isPresent()) {
                String time = ServiceData.time(shown.commentsChangedAt().get());
                write(out, ",\"comments_last_changed_at\":\"" + time + "\"");
            }
            lines.copy();
            if (!shown.verificationStatus().isEmpty()) {
                write(out, ",\"email_verification_status\":\"" + shown.verificationStatus() + "\"");
            }
            lines.copy();
            String deletedAt = shown.deletedAt().map(ServiceData::time).orElse(ServiceData.NO_TIME);
            write(out, ",\"deleted_at\":\"" + deletedAt + "\",\"is_deleted\":" + shown.isDeleted());
            if (withAdditionalData) {
                lines.copyLast();
            }
            write(out, "}");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(OutputStream out, String members) throws IOException {
        out.write(members.getBytes(StandardCharsets.UTF_8));
    }
}
