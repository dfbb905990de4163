package app.lede.export;

import java.util.Collection;

/** The files of exports. Thread safe; an exception means storage out of reach. */
public interface ExportFiles {

    /** Stores a part unless one of its name stands; returns the one that stands then. */
    Part put(ExportId id, ExportFormat format, Part part, byte[] body);

    /** Stores or replaces a file that describes the export. */
    void describe(ExportId id, String name, String contentType, byte[] body);

    /** Deletes every file whose name is not one of these. */
    void retain(ExportId id, Collection<String> names);

    /** Returns the folder of an export as an S3 URI that ends with a slash. */
    String location(ExportId id);
}
