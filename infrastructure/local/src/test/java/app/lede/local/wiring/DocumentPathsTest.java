package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import app.lede.local.wiring.Deliverer.Asked;
import app.lede.testkit.LongRunning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** Collections, mails, and documents that were lost or deleted on their way. */
@LongRunning
class DocumentPathsTest extends PathsFixture {

    private static final String MAIL = """
        Return-Path: <press@harbour.example>
        Received: from mx.harbour.example (mx.harbour.example [203.0.113.9])
         by inbound-smtp.eu-west-1.amazonaws.com with SMTP id o3vrnil0e2ic28tr
         for news@courier.example;
         Wed, 04 Mar 2026 18:01:58 +0000 (UTC)
        X-SES-Spam-Verdict: PASS
        X-SES-Virus-Verdict: PASS
        Received-SPF: pass (spfCheck: domain of harbour.example designates 203.0.113.9 as permitted sender)
        Authentication-Results: amazonses.com;
         spf=pass (spfCheck: domain of harbour.example designates 203.0.113.9) client-ip=203.0.113.9;
         dkim=pass header.i=@harbour.example;
         dmarc=pass header.from=harbour.example;
        X-SES-RECEIPT: AEFBQUFBQUFBQUFG
        From: Harbour Press <Press@harbour.example>
        To: news@courier.example
        Subject: North quay opens
        Date: Wed, 4 Mar 2026 18:01:00 +0000
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        The harbour opened its north quay on Tuesday, the council said. Ships may moor there from six in the morning.
        """;

    private static byte[] zip(String... headlines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String headline : headlines) {
                zip.putNextEntry(new ZipEntry(headline + ".html"));
                zip.write(Journey.page(headline).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_collection_is_unpacked_listed_and_deleted_with_its_parts() throws IOException {
        stack.upload("inbox/all.zip", "application/zip", zip("Bridge open", "Mill sold", "Tower repainted"));
        deliverer.settle();
        assertEquals(List.of("unpacked"), outcomes("inbox/all.zip"));
        assertEquals(List.of("stored", "stored", "stored"), outcomes("unpacked/"));
        String id = document("inbox/all.zip");
        assertEquals(
                3,
                query("GET /v1/documents", Map.of(), "parent=" + id)
                        .path("items")
                        .size());
        manage("DELETE /v1/documents/{id}", Map.of("id", id), Json.object());
        deliverer.settle();
        assertEquals(List.of("deleted", "deleted", "deleted"), outcomes("unpacked/"));
        assertEquals(List.of(), stack.keys("LibraryBucket"));
    }

    @Test
    void a_collection_that_takes_longer_than_a_call_goes_on_and_its_empty_parts_are_named() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int number = 0; number < 70; number++) {
                zip.putNextEntry(new ZipEntry(number + ".html"));
                zip.write("<html></html>".getBytes(StandardCharsets.UTF_8));
            }
        }
        stack.upload("inbox/long.zip", "application/zip", bytes.toByteArray());
        try (Deliverer slow = new Deliverer(
                stack,
                name -> AroundCalls.before(
                        request -> {
                            if (name.equals("parse-document") && request instanceof PutObjectRequest) {
                                stack.now.updateAndGet(now -> now.plusSeconds(1));
                            }
                        },
                        watch(name)))) {
            slow.deliver("parse-document");
            assertEquals(List.of("waiting"), outcomes("inbox/long.zip"));
            slow.settle();
        }
        assertEquals(List.of("unpacked"), outcomes("inbox/long.zip"));
        assertEquals(70, outcomes("unpacked/").size());
    }

    @Test
    void an_upload_deleted_while_it_is_stored_is_deleted_with_its_article() {
        Asked ticket =
                Asked.of("manage-library", "POST /v1/documents").body("{\"name\":\"bridge.html\",\"size\":2000}");
        String id = Json.read(deliverer.ask(ticket)).path("id").asText();
        stack.upload("uploads/" + id + "/bridge.html", Journey.page("Bridge open"));
        deliverer.deliver("parse-document");
        AtomicBoolean deleted = new AtomicBoolean();
        try (Deliverer racing = new Deliverer(
                stack,
                name -> AroundCalls.after(
                        request -> {
                            if (request instanceof UpdateItemRequest update
                                    && update.tableName().equals(stack.name("ArticlesTable"))
                                    && deleted.compareAndSet(false, true)) {
                                manage("DELETE /v1/documents/{id}", Map.of("id", id), Json.object());
                            }
                        },
                        watch(name)))) {
            racing.deliver("summarise-article");
        }
        assertEquals(List.of("deleted"), outcomes("uploads/"));
        assertEquals(List.of(), stack.keys("LibraryBucket"));
        assertEquals(
                1,
                stack.items("ArticlesTable").stream()
                        .filter(item -> item.containsKey("deletedAt"))
                        .count());
    }

    @Test
    void a_part_that_repeats_a_deleted_article_is_deleted_with_its_object() throws IOException {
        stack.upload("inbox/all.zip", "application/zip", zip("Bridge open", "Mill sold"));
        deliverer.settle();
        String mill = stack.articleId("Mill sold");
        manage("DELETE /v1/articles/{id}", Map.of("id", mill), Json.object());
        stack.upload("inbox/again.zip", "application/zip", zip("Mill sold"));
        deliverer.settle();
        assertEquals(List.of("deleted", "deleted", "stored"), outcomes("unpacked/"));
    }

    @Test
    void a_proven_sender_of_mails_becomes_a_source() {
        stack.upload("inbox/mail/one", "message/rfc822", MAIL.getBytes(StandardCharsets.UTF_8));
        deliverer.settle();
        stack.upload(
                "inbox/mail/two",
                "message/rfc822",
                MAIL.replace("north quay", "south quay").getBytes(StandardCharsets.UTF_8));
        deliverer.settle();
        assertEquals(List.of("stored", "stored"), outcomes("inbox/mail/"));
        assertEquals(
                "mailto:press@harbour.example",
                StillStack.text(stack.items("SourcesTable").getFirst(), "url"));
    }

    @Test
    void a_document_that_was_removed_before_it_was_read_is_replaced() {
        stack.upload("inbox/gone.html", Journey.page("Bridge open"));
        lose("DocumentsBucket", "inbox/gone.html");
        deliverer.settle();
        assertEquals(1, outcomes("inbox/gone.html").size());
    }

    @Test
    void a_text_that_was_removed_on_its_way_is_named_by_those_who_miss_it() {
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        deliverer.deliver("parse-document");
        lose("LibraryBucket", "articles/");
        deliverer.deliver("summarise-article");
        stack.upload("inbox/mill.html", Journey.page("Mill sold"));
        deliverer.deliver("parse-document");
        deliverer.deliver("summarise-article");
        lose("LibraryBucket", "articles/");
        deliverer.deliver("index-articles");
        assertEquals(1, stack.items("ArticlesTable").size());
    }

    @Test
    void an_object_whose_announcement_was_lost_is_announced_again() throws IOException {
        stack.upload("inbox/all.zip", "application/zip", zip("Tower repainted"));
        deliverer.settle();
        stack.upload("inbox/lost.html", Journey.page("Bridge open"));
        for (Message message : stack.receive("ParseQueue", 10)) {
            stack.acknowledge("ParseQueue", message);
        }
        stack.upload("inbox/read.html", Journey.page("Mill sold"));
        deliverer.settle();
        assertEquals(List.of(), outcomes("inbox/lost.html"));
        stack.now.set(Instant.now().plus(Duration.ofHours(2)));
        deliverer.tick("reconcile-documents");
        deliverer.settle();
        assertEquals(List.of("stored"), outcomes("inbox/lost.html"));
    }
}
