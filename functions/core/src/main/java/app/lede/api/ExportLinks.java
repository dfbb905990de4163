package app.lede.api;

import app.lede.export.ExportId;

/** Makes links to the files of exports. Thread safe. */
public interface ExportLinks {

    /** Presigns a URL of one file, valid for some minutes. */
    String link(ExportId id, String name);

    /** Returns the folder of an export as an S3 URI that ends with a slash. */
    String location(ExportId id);
}
