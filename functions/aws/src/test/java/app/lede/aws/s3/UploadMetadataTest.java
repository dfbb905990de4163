package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.UploadClaims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadMetadataTest {

    private static final UploadClaims CLAIMS = new UploadClaims(
            "abcdefghijklmnopqrstuvwxyz".repeat(2),
            "https://news.example.org/br%C3%BCcke?a=1",
            List.of("Fluss, groß", "日本"));

    @Test
    void claims_come_back_as_they_were_written() {
        assertEquals(CLAIMS, UploadMetadata.read(UploadMetadata.of(CLAIMS)));
        assertEquals(UploadClaims.NONE, UploadMetadata.read(UploadMetadata.of(UploadClaims.NONE)));
    }

    @Test
    void metadata_is_ascii() {
        UploadMetadata.of(CLAIMS)
                .values()
                .forEach(value -> assertTrue(value.chars().allMatch(c -> c > ' ' && c < 0x7f), value));
    }

    @Test
    void tags_of_another_form_are_left_out() {
        assertEquals(UploadClaims.NONE, UploadMetadata.read(Map.of("tags", "100%")));
    }
}
