package app.lede.local.policy;

/**
 * Action that a principal requests.
 *
 * @param principal the role's ARN
 * @param action such as {@code s3:GetObject}
 * @param resource its ARN
 */
public record Request(String principal, String action, String resource, Context context) {}
