package app.lede.aws;

import java.time.InstantSource;
import java.util.Map;

/** What a function is given from outside: its environment variables and the time. */
public record Environment(Map<String, String> variables, InstantSource clock) {
    public Environment {
        variables = Map.copyOf(variables);
    }
}
