package app.lede.pipeline;

import java.util.function.Supplier;

/**
 * The callback address for hubs.
 *
 * @param address base URL; a token is appended
 * @param secrets generates random secrets: 52 characters of {@code [a-z2-7]}, 256 bits
 */
public record Callbacks(String address, Supplier<String> secrets) {}
