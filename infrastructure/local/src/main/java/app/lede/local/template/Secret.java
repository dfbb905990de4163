package app.lede.local.template;

/**
 * A generated secret of Secrets Manager.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 * @param length characters to generate
 */
public record Secret(String id, String name, int length) {}
