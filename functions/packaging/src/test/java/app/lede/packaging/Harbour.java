package app.lede.packaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A function that sails, and the client of a service with three operations as the SDK's code generator writes it. */
final class Harbour {

    private static final String SERVICE = "software.amazon.awssdk.services.ferry";

    private static final Map<String, String> LIBRARY = Map.of(
            "FerryClient", """
            import %1$s.model.*;
            public interface FerryClient {
                static FerryClient create() { return new DefaultFerryClient(); }
                default SailResponse sail(SailRequest request) { throw new UnsupportedOperationException(); }
                default String sailAsText(SailRequest request) { return sail(request).getClass().getSimpleName(); }
                default MoorResponse moor(MoorRequest request) { throw new UnsupportedOperationException(); }
                default AskVtsResponse askVTS(AskVtsRequest request) { throw new UnsupportedOperationException(); }
                default RepairResponse repair(RepairRequest request) { throw new UnsupportedOperationException(); }
                default %1$s.paginators.RepairIterable repairPaginator(RepairRequest request) {
                    return new %1$s.paginators.RepairIterable(this, request);
                }
            }
            """,
            "DefaultFerryClient", """
            import %1$s.model.*;
            public class DefaultFerryClient implements FerryClient {
                private Object sent(Request request) {
                    java.util.function.Supplier<Object> answer = () -> request.answer();
                    return answer.get();
                }
                public SailResponse sail(SailRequest request) { return (SailResponse) sent(request); }
                public MoorResponse moor(MoorRequest request) {
                    java.util.function.Supplier<MoorResponse> answer = () -> (MoorResponse) sent(request);
                    return answer.get();
                }
                public RepairResponse repair(RepairRequest request) { return (RepairResponse) sent(request); }
                public AskVtsResponse askVTS(AskVtsRequest request) { return (AskVtsResponse) sent(request); }
            }
            """,
            "paginators.RepairIterable", """
            import %1$s.*;
            import %1$s.model.*;
            public record RepairIterable(FerryClient client, RepairRequest request) {
                public RepairResponse first() { return client.repair(request); }
            }
            """,
            "model.Request", "public abstract class Request { public abstract Object answer(); }",
            "model.SailRequest", request("Sail"),
            "model.MoorRequest", request("Moor"),
            "model.RepairRequest", request("Repair"),
            "model.AskVtsRequest", request("AskVts"),
            "model.StormException", "public class StormException extends RuntimeException {}");

    private Harbour() {}

    private static String request(String operation) {
        return "public class " + operation + "Request extends Request {\n    public Object answer() { return new "
                + operation + "Response(); }\n}\n";
    }

    /** Writes a function's folder whose one class does what a statement says. */
    static Path folder(Path parent, String statement) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        LIBRARY.forEach((name, code) -> sources.add(source(SERVICE + "." + name, code)));
        for (String operation : List.of("Sail", "Moor", "Repair", "AskVts")) {
            sources.add(
                    source(SERVICE + ".model." + operation + "Response", "public class " + operation + "Response {}"));
        }
        sources.add(source("app.lede.harbour.Handler", """
            import %1$s.*;
            import %1$s.model.*;
            public class Handler {
                public Object handle(FerryClient client) { return %2$s; }
            }
            """.replace("%2$s", statement)));
        Path classes = Files.createDirectories(parent.resolve("classes"));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        if (!compiler.getTask(null, null, null, List.of("-d", classes.toString(), "-proc:none"), null, sources)
                .call()) {
            throw new IllegalStateException("the harbour does not compile");
        }
        Path folder = parent.resolve("function");
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("app/lede/harbour"));
        jar(classes, folder.resolve("lib/ferry-1.0.jar"));
        Path handler = Path.of("app/lede/harbour/Handler.class");
        Files.copy(classes.resolve(handler), folder.resolve(handler));
        return folder;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        Path service = classes.resolve("software");
        try (var files = Files.walk(service);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
    }

    private static JavaFileObject source(String name, String code) {
        String owner = name.substring(0, name.lastIndexOf('.'));
        String text = "package " + owner + ";\n" + code.replace("%1$s", SERVICE);
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
