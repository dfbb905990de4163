package app.lede.summary;

import org.jspecify.annotations.Nullable;

public interface Summariser {
    Summary summarise(String text, @Nullable String language, @Nullable String headline);
}
