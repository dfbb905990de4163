package app.lede.pipeline;

import java.util.function.Supplier;

/**
 * Where hubs find us.
 *
 * @param address what a callback's token is appended to
 * @param secrets each 52 characters of {@code [a-z2-7]}, 256 bits that nobody can guess
 */
public record Callbacks(String address, Supplier<String> secrets) {}
