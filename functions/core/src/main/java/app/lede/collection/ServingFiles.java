package app.lede.collection;

import app.lede.text.LowerCase;
import java.util.Set;

/** Files in archives that are no documents but serve some: pictures, styles, fonts, and what file systems leave behind. */
final class ServingFiles {

    private static final Set<String> EXTENSIONS = Set.of(
            "css",
            "js",
            "mjs",
            "map",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "webp",
            "avif",
            "svg",
            "ico",
            "bmp",
            "tif",
            "tiff",
            "heic",
            "woff",
            "woff2",
            "ttf",
            "otf",
            "eot",
            "mp3",
            "mp4",
            "m4a",
            "m4v",
            "mov",
            "avi",
            "webm",
            "ogg",
            "wav",
            "ds_store",
            "ini",
            "db",
            "lnk",
            "exe",
            "dll",
            "so",
            "class",
            "wasm");

    private ServingFiles() {}

    /** Tests a path by its extension and by the folders that systems hide. */
    static boolean isServing(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        boolean hidden = name.startsWith(".") || path.startsWith("__MACOSX/") || path.contains("/__MACOSX/");
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return hidden || (extension.length() < name.length() && EXTENSIONS.contains(LowerCase.of(extension)));
    }
}
