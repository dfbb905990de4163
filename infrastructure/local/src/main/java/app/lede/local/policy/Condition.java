package app.lede.local.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * One condition of a statement: an operator, a key and its values.
 *
 * @param operator with its qualifier and suffix, such as {@code ForAllValues:StringLike} or {@code StringEqualsIfExists}
 * @param key such as {@code dynamodb:LeadingKeys}; case does not count
 * @param values of which one must match, or none for a negated operator
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM JSON
 *     policy elements: Condition operators</a>
 */
public record Condition(String operator, String key, List<String> values) {
    private static final String ALL = "ForAllValues:";
    private static final String ANY = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";
    private static final Set<String> KNOWN =
            Set.of("StringEquals", "StringLike", "StringEqualsIgnoreCase", "ArnEquals", "ArnLike", "Bool", "Null");

    /**
     * Creates a condition.
     *
     * @throws IllegalArgumentException if the operator is not evaluated here, such as those of numbers, dates and addresses
     */
    public Condition {
        values = List.copyOf(values);
        if (!KNOWN.contains(positive(plain(operator)))) {
            throw new IllegalArgumentException("the condition operator " + operator + " is not evaluated");
        }
    }

    /** Tests the context of a request. */
    boolean holds(Context context) {
        Optional<List<String>> found = context.values(key);
        String plain = plain(operator);
        if (plain.equals("Null")) {
            return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == found.isEmpty());
        }
        boolean negated = !plain.equals(positive(plain));
        if (found.isEmpty()) {
            return operator.startsWith(ALL) || operator.endsWith(IF_EXISTS) || (negated && !operator.startsWith(ANY));
        }
        BiPredicate<String, String> matches = matcher(positive(plain));
        Predicate<String> fits = value -> values.stream().anyMatch(pattern -> matches.test(pattern, value)) != negated;
        List<String> given = found.get();
        // A negated operator without a qualifier refuses a context that has any of the values.
        boolean every = operator.startsWith(ALL) || (negated && !operator.startsWith(ANY));
        return every ? given.stream().allMatch(fits) : given.stream().anyMatch(fits);
    }

    private static BiPredicate<String, String> matcher(String positive) {
        return switch (positive) {
            case "StringLike" -> Pattern::matches;
            case "ArnEquals", "ArnLike" -> Pattern::matchesArn;
            case "StringEqualsIgnoreCase", "Bool" -> String::equalsIgnoreCase;
            default -> String::equals;
        };
    }

    private static String plain(String operator) {
        String plain = operator.startsWith(ALL)
                ? operator.substring(ALL.length())
                : operator.startsWith(ANY) ? operator.substring(ANY.length()) : operator;
        return plain.endsWith(IF_EXISTS) ? plain.substring(0, plain.length() - IF_EXISTS.length()) : plain;
    }

    private static String positive(String plain) {
        return plain.toLowerCase(Locale.ROOT).contains("not") ? plain.replace("Not", "") : plain;
    }
}
