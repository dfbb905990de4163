package app.lede.collection;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Web archives in a zip (WACZ): records in WARC files, and indexes of them.
 *
 * @see <a href="https://specs.webrecorder.net/wacz/1.1.1/">WACZ 1.1.1</a>
 */
final class WebArchive {

    private static final Pattern RECORDS = Pattern.compile("archive/[^/]+\\.warc(?:\\.gz)?");

    private WebArchive() {}

    /** Tests for a file of records, which is taken apart where it stands, whatever its size. */
    static boolean isPart(String name) {
        return RECORDS.matcher(name).matches();
    }

    /** Returns the files of records if the zip is a web archive, else all entries. */
    static List<ZipDirectory.Entry> pagesIn(List<ZipDirectory.Entry> entries) {
        List<ZipDirectory.Entry> records =
                entries.stream().filter(entry -> isPart(entry.name())).toList();
        boolean described = entries.stream().anyMatch(entry -> entry.name().equals("datapackage.json"));
        return described && !records.isEmpty() ? records : entries;
    }
}
