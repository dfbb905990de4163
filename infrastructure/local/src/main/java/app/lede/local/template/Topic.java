package app.lede.local.template;

/**
 * A topic of SNS.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 */
public record Topic(String id, String name) {}
