package app.lede.local.calls;

import app.lede.local.policy.Context;

/**
 * A kind of AWS call of a function. Parts of keys that differ from item to item are left out, so kinds are few.
 *
 * @param function its name on this machine, such as {@code poll-source}
 * @param action as IAM names it: {@code dynamodb:GetItem}
 * @param resource as the template names its ARN: {@code ControlTable.Arn}, {@code DocumentsBucket.Arn/web/…}
 * @param context condition keys, such as {@code dynamodb:LeadingKeys}: {@code url#…}
 */
public record Call(String function, String action, String resource, Context context) {

    /** Returns a key up to and with its first separator, the rest as an ellipsis; a key without one as it is. */
    static String kind(String key, char separator) {
        int end = key.indexOf(separator);
        return end < 0 ? key : key.substring(0, end + 1) + "…";
    }
}
