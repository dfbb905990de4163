package app.lede.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionZipTest {

    private static final String JAR = "lib/ferry-1.0.jar";

    @TempDir
    private Path folder;

    @Test
    void an_operation_that_is_not_called_is_left_out_with_its_classes() throws IOException {
        assertEquals(
                "Request SailRequest SailResponse StormException",
                String.join(" ", modelOf(zip("client.sail(new SailRequest())"))));
    }

    @Test
    void a_paginator_that_is_called_keeps_the_operation_it_calls() throws IOException {
        assertEquals(
                "RepairRequest RepairResponse Request StormException",
                String.join(" ", modelOf(zip("client.repairPaginator(new RepairRequest()).first()"))));
    }

    @Test
    void an_operation_whose_method_is_spelled_otherwise_is_known() throws IOException {
        assertEquals(
                "AskVtsRequest AskVtsResponse Request StormException",
                String.join(" ", modelOf(zip("client.askVTS(new AskVtsRequest())"))));
    }

    @Test
    void a_method_named_after_an_operation_keeps_it() throws IOException {
        assertEquals(
                "Request SailRequest SailResponse StormException",
                String.join(" ", modelOf(zip("client.sailAsText(new SailRequest())"))));
    }

    @Test
    void a_called_operation_answers_and_one_left_out_is_no_method_of_the_client() throws Exception {
        Path zip = zip("client.sail(new SailRequest())");
        try (URLClassLoader loader = unpacked(zip)) {
            Class<?> type = loader.loadClass("software.amazon.awssdk.services.ferry.FerryClient");
            Object client = type.getMethod("create").invoke(null);
            Class<?> handler = loader.loadClass("app.lede.harbour.Handler");
            Object answer = handler.getMethod("handle", type)
                    .invoke(handler.getConstructor().newInstance(), client);
            assertEquals("SailResponse", answer.getClass().getSimpleName());
            assertEquals(
                    Set.of("create", "sail", "sailAsText"),
                    Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet()));
        }
    }

    @Test
    void jars_are_stored_in_a_compressed_zip() throws IOException {
        try (ZipFile zip = new ZipFile(zip("client.sail(new SailRequest())").toFile())) {
            ZipEntry jar = Objects.requireNonNull(zip.getEntry(JAR));
            assertEquals(ZipEntry.DEFLATED, jar.getMethod());
            try (ZipInputStream in = new ZipInputStream(
                    new ByteArrayInputStream(zip.getInputStream(jar).readAllBytes()))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName());
                }
            }
        }
    }

    @Test
    void everybody_may_read_each_file() throws IOException {
        URI zip = URI.create("jar:" + zip("client.sail(new SailRequest())").toUri());
        try (var files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertEquals(
                        "rw-r--r--",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void the_same_folder_gives_the_same_bytes() throws IOException {
        Path function = Harbour.folder(folder, "client.sail(new SailRequest())");
        FunctionZip.write(function, folder.resolve("first.zip"));
        FunctionZip.write(function, folder.resolve("second.zip"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first.zip")), Files.readAllBytes(folder.resolve("second.zip")));
    }

    private Path zip(String statement) throws IOException {
        Path zip = folder.resolve("harbour.zip");
        FunctionZip.write(Harbour.folder(folder, statement), zip);
        return zip;
    }

    private static TreeSet<String> modelOf(Path zip) throws IOException {
        String model = "software/amazon/awssdk/services/ferry/model/";
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            return Jar.read(
                            JAR,
                            opened.getInputStream(Objects.requireNonNull(opened.getEntry(JAR)))
                                    .readAllBytes())
                    .files()
                    .keySet()
                    .stream()
                    .filter(name -> name.startsWith(model))
                    .map(name -> name.substring(model.length(), name.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private URLClassLoader unpacked(Path zip) throws IOException {
        Path code = Files.createDirectories(folder.resolve("unpacked"));
        List<URL> urls = new ArrayList<>(
                List.of(code.toUri().toURL(), code.resolve(JAR).toUri().toURL()));
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : opened.stream().toList()) {
                Path file = code.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, opened.getInputStream(entry).readAllBytes());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
