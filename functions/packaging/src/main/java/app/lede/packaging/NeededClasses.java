package app.lede.packaging;

import app.lede.packaging.ClassFile.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Classes that a function needs of its libraries: its own, and each that a needed class mentions anywhere, be it in a text. Left out
 * are classes of those libraries only that find none by a name they compute ({@link #CLOSED}), and of the SDK's service jars.
 *
 * <p>Of 110 operations of S3 Lede calls ten: the others are nine tenths of the jar, and the JVM loads the request class of each when
 * it verifies the client. A client, its interface and the rules of endpoints mention every operation, which does not count; calls of
 * the client do. An operation left out is no method of the client any more. Exceptions of a service are kept, since answers name them.
 */
final class NeededClasses {

    /** Beginnings of the names of jars that find no class by a computed name: ours, and libraries looked through for that. */
    private static final List<String> CLOSED = List.of(
            "aws-0",
            "core-0",
            "crawler-commons-",
            "commons-io-",
            "jsoup-",
            "juniversalchardet-",
            "lucene-0",
            "lucene-analysis-common-",
            "lucene-core-",
            "opensearch-");

    /** Lists of classes for those who ask for all of a kind, which nobody does: filters of text by name, first calls of services. */
    private static final String FACTORIES = "META-INF/services/org.apache.lucene.analysis.";

    private static final String WARM_UP = "META-INF/services/software.amazon.awssdk.core.warmup.";
    private static final String SERVICES = "software/amazon/awssdk/services/";
    private static final String CHANGED = "META-INF/CHANGES-OF-LEDE.txt";
    private static final String CHANGES =
            "Changed for a function of Lede: classes and operations that it does not need were left out.\n";

    private final Map<String, ClassFile> optional = new HashMap<>();
    private final Map<Operation, String> titles = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<Operation> called = new HashSet<>();
    private final Deque<ClassFile> open = new ArrayDeque<>();

    private NeededClasses() {}

    /** Finds the classes that a function's files and jars need. */
    static NeededClasses of(SortedMap<String, byte[]> files, List<Jar> jars) {
        NeededClasses found = new NeededClasses();
        jars.stream()
                .filter(NeededClasses::isOpenToChange)
                .forEach(jar -> jar.classes((name, bytes) -> found.option(name, bytes)));
        new Jar("", files).classes((name, bytes) -> found.open.push(new ClassFile(bytes)));
        for (Jar jar : jars) {
            if (isOpenToChange(jar)) {
                found.named(jar);
            } else {
                jar.classes((name, bytes) -> found.open.push(new ClassFile(bytes)));
            }
        }
        while (!found.open.isEmpty()) {
            found.follow(found.open.pop());
        }
        return found;
    }

    private void option(String name, byte[] bytes) {
        if (!name.isEmpty()) {
            optional.put(name, new ClassFile(bytes));
            String title = name.startsWith(SERVICES) ? Operation.title(name) : "";
            if (!title.isEmpty()) {
                titles.put(Operation.ofMethod(ServiceClass.service(name), title), title);
            }
        }
    }

    private static boolean isOpenToChange(Jar jar) {
        String file = jar.name().substring(jar.name().lastIndexOf('/') + 1);
        return jar.has(SERVICES) || CLOSED.stream().anyMatch(file::startsWith);
    }

    /** Returns the jars with the needed classes only, and those methods of clients that are called. */
    List<Jar> onlyIn(List<Jar> jars) {
        List<Jar> smaller = new ArrayList<>();
        for (Jar jar : jars) {
            smaller.add(isOpenToChange(jar) ? new Jar(jar.name(), only(jar.files())) : jar);
        }
        return smaller;
    }

    private SortedMap<String, byte[]> only(SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> only = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String name = Jar.className(path);
            if (name.isEmpty() ? !isUnusedList(path) : kept.contains(name)) {
                only.put(path, ServiceClass.isClient(name) ? lean(name, bytes) : bytes);
            }
        });
        if (only.size() < files.size()) {
            only.put(CHANGED, CHANGES.getBytes(StandardCharsets.UTF_8));
        }
        return only;
    }

    private static boolean isUnusedList(String path) {
        return path.startsWith(FACTORIES) || path.startsWith(WARM_UP);
    }

    private byte[] lean(String client, byte[] bytes) {
        String service = ServiceClass.service(client);
        return new ClassFile(bytes).without((method, descriptor) -> {
            Operation operation = Operation.ofMethod(service, method);
            return titles.containsKey(operation) && !called.contains(operation) || needsMore(descriptor);
        });
    }

    /** Tells whether a method takes or returns what is left out; the JVM would look for it when it verifies the class. */
    private boolean needsMore(String descriptor) {
        return Arrays.stream(descriptor.split("[();]", -1))
                .map(type -> type.replaceFirst("^[^L]*L", ""))
                .anyMatch(type -> optional.containsKey(type) && !kept.contains(type));
    }

    /** Keeps what a jar's other files name: providers of a service loader, classes for newer Javas; and a service's exceptions. */
    private void named(Jar jar) {
        jar.files().forEach((path, bytes) -> {
            String name = Jar.className(path);
            if (path.startsWith("META-INF/versions/") && path.endsWith(".class")) {
                open.push(new ClassFile(bytes));
            } else if (ServiceClass.isException(name)) {
                keep(name);
            } else if (name.isEmpty() && path.startsWith("META-INF/services/") && !isUnusedList(path)) {
                new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.strip().replace('.', '/'))
                        .forEach(this::keep);
            }
        });
    }

    private void follow(ClassFile file) {
        if (ServiceClass.isAsynchronous(file.name())) {
            return;
        }
        boolean all = ServiceClass.mentionsAll(file.name());
        file.mentioned(name -> {
            if (!all || !ServiceClass.isOfOneOperation(name)) {
                keep(name);
            }
        });
        if (!all) {
            file.calls(ServiceClass::isClient).forEach(this::call);
        }
    }

    /** Counts a call for each operation that its method's name begins with: getObjectAsBytes calls getObject. */
    private void call(Call call) {
        String service = ServiceClass.service(call.owner());
        for (int end = call.method().length(); end > 0; end--) {
            Operation operation = Operation.ofMethod(service, call.method().substring(0, end));
            String title = titles.get(operation);
            if (title != null && called.add(operation)) {
                operation.classes(title).forEach(this::keep);
            }
        }
    }

    private void keep(String name) {
        ClassFile file = optional.get(name);
        if (file != null && kept.add(name)) {
            open.push(file);
            // Lucene finds the implementation of an attribute so.
            keep(name + "Impl");
        }
    }
}
