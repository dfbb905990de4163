package app.lede.api;

import app.lede.article.Times;
import app.lede.export.DayTotal;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.Manifest;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Renders exports: progress while they run, links to their files once they are complete. */
final class ExportJson {

    /** Most links in one answer; the manifest names every file. */
    private static final int MOST_LINKS = 1_000;

    /** Begins the keys of the index of arrivals. */
    private static final Pattern ARRIVAL = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[^#]*#");

    private ExportJson() {}

    static ObjectNode progress(Export export) {
        ObjectNode json = Json.object();
        json.put("id", export.id().value());
        json.put("filter", export.filter());
        json.put("format", export.format().label());
        json.put("state", export.state().name().toLowerCase(Locale.ROOT));
        OptionalFields.put(json, "detail", export.detail());
        json.put("created", Times.sortable(export.created()));
        json.put("expires", Times.sortable(export.expires()));
        json.put("articles", export.articles());
        json.put("bytes", export.bytes());
        String after = export.after();
        if (after != null && ARRIVAL.matcher(after).find()) {
            json.put("reached", after.substring(0, after.indexOf('#')));
        }
        return json;
    }

    static ObjectNode complete(Export export, ExportLinks links) {
        ObjectNode json = progress(export);
        json.put("location", links.location(export.id()));
        json.put("manifest", links.link(export.id(), Manifest.NAME));
        if (export.format() == ExportFormat.NDJSON_GZ) {
            json.put("athena", Manifest.table(export, links.location(export.id())));
        }
        ArrayNode days = json.putArray("days");
        int left = MOST_LINKS;
        for (DayTotal day : export.days()) {
            ObjectNode one = days.addObject();
            one.put("day", day.day()).put("articles", day.articles()).put("bytes", day.bytes());
            ArrayNode files = one.putArray("files");
            day.names(export.format()).stream().limit(left).forEach(name -> files.add(links.link(export.id(), name)));
            left -= files.size();
        }
        return json;
    }
}
