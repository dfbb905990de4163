package app.lede.local.wiring;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the TCP addresses this process listens on, from Linux's /proc. */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** 127.0.0.1 in the kernel's byte order, plain or mapped into IPv6. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    private ListeningSockets() {}

    static boolean canBeTold() {
        return Files.isReadable(Path.of("/proc/self/net/tcp")) && Files.isDirectory(Path.of("/proc/self/fd"));
    }

    static List<String> onLoopback() throws IOException {
        return all().stream().filter(ListeningSockets::isLoopback).toList();
    }

    static List<String> elsewhere() throws IOException {
        return all().stream().filter(address -> !isLoopback(address)).toList();
    }

    private static boolean isLoopback(String address) {
        return LOOPBACK.contains(address.substring(0, address.indexOf(':')));
    }

    private static List<String> all() throws IOException {
        Set<String> own = ownSockets();
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = SPACES.split(line.strip(), -1);
                if (columns.length > 9 && columns[3].equals(LISTEN) && own.contains(columns[9])) {
                    addresses.add(columns[1]);
                }
            }
        }
        return addresses;
    }

    private static Set<String> ownSockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException closedMeanwhile) {
                    // Other threads open and close files meanwhile.
                }
            }
        }
        return inodes;
    }
}
