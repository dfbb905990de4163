package app.lede.export;

import app.lede.article.Times;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes a complete export: its manifest, and the statement that makes a table of it in Amazon Athena. */
public final class Manifest {

    /** Name of the manifest within the export. */
    public static final String NAME = "manifest.json";

    /** Name of the statement within the export. */
    public static final String TABLE_NAME = "create-table.sql";

    private Manifest() {}

    /** Writes filter, totals, and the totals and file names of each day. */
    static ObjectNode json(Export export, String location) {
        ObjectNode json = Json.object();
        json.put("id", export.id().value());
        json.put("filter", export.filter());
        json.put("format", export.format().label());
        json.put("created", Times.sortable(export.created()));
        json.put("expires", Times.sortable(export.expires()));
        json.put("location", location);
        json.put("articles", export.articles());
        json.put("bytes", export.bytes());
        ArrayNode days = json.putArray("days");
        for (DayTotal day : export.days()) {
            ObjectNode one = days.addObject();
            one.put("day", day.day()).put("articles", day.articles()).put("bytes", day.bytes());
            ArrayNode files = one.putArray("files");
            day.names(export.format()).forEach(files::add);
        }
        return json;
    }

    /**
     * Writes {@code CREATE EXTERNAL TABLE} for JSON Lines, partitioned by day without MSCK REPAIR (partition projection).
     * CSV has none: Athena's reader takes no line breaks within a field.
     */
    public static String table(Export export, String location) {
        String first =
                export.days().isEmpty() ? "2020-01-01" : export.days().getLast().day();
        String last = export.days().isEmpty()
                ? "2020-01-01"
                : export.days().getFirst().day();
        return TABLE.replace("ID", export.id().value().substring(0, 12))
                .replace("FIRST", first)
                .replace("LAST", last)
                .replace("LOCATED", location);
    }

    /** Types of {@link app.lede.publish.ArticleView}; the reader ignores case. */
    private static final String TABLE = """
        CREATE EXTERNAL TABLE lede_export_ID (
          id string, revision string, documentid string, arrival string, changed string, url string,
          sourceid string, usageinfo string, rights map<string,string>,
          textfrom string, access string, accessreason string, tags array<string>,
          headline string, alternativeheadline string, description string, author array<string>,
          publisher string, datepublished string, datepublishedraw string, dateprecision string,
          datemodified string, articlesection string, keywords array<string>, image string,
          isaccessibleforfree boolean, relatedlink array<string>, wordcount int, confidence double,
          inlanguage string, countries array<string>,
          mentions array<struct<type:string,name:string,identifier:string,sameAs:string,count:int,salience:int>>,
          terms array<string>,
          agency string,
          dateline string,
          summary struct<sentences:array<struct<text:string,start:int,`end`:int>>,method:string>,
          notes array<string>, withheld array<string>, articlebody string
        )
        PARTITIONED BY (day string)
        ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
        LOCATION 'LOCATED'
        TBLPROPERTIES (
          'projection.enabled' = 'true',
          'projection.day.type' = 'date',
          'projection.day.format' = 'yyyy-MM-dd',
          'projection.day.range' = 'FIRST,LAST',
          'storage.location.template' = 'LOCATEDday=${day}/'
        );
        """;
}
