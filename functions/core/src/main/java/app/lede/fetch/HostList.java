package app.lede.fetch;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Set of host names, looked up in constant time per label. Immutable.
 *
 * @param names lower-case; a leading dot stands for the host and all below it
 */
record HostList(Set<String> names) {

    /** Takes the lines that begin with a mark, without it. */
    static HostList marked(String mark, List<String> lines) {
        return new HostList(lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean contains(String host) {
        if (names.contains(host) || names.contains("." + host)) {
            return true;
        }
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            if (names.contains(host.substring(dot))) {
                return true;
            }
        }
        return false;
    }
}
