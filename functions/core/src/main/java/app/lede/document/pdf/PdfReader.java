package app.lede.document.pdf;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.FileProperties;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.Words;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF: reconstructs paragraphs and headings from letter positions, without running headers and footers. Reads
 * documents that open without a password, whatever their copy permissions.
 *
 * <p>Thread safe.
 */
public final class PdfReader {

    static final int MAX_PAGES = 200;

    /** Share of unmapped letters above which the text is unusable: the fonts do not map their glyphs to characters. */
    private static final double UNKNOWN_SHARE = 0.3;

    /** Words of a scanning program's stamp. */
    private static final int MAX_STAMP = 15;

    /** Programs that print pages: the date of their file is that of printing. */
    private static final Pattern BROWSER = Pattern.compile(
            "(?i)mozilla|chrom(?:e|ium)|skia/pdf|firefox|safari|wkhtmltopdf|weasyprint|phantomjs|print to"
                    + " pdf|printfriendly");

    private PdfReader() {}

    /** Loaded with the first document, not with the class: it is the slowest part of a cold start. */
    private static final class Fonts {
        static final BundledFonts BUNDLED = new BundledFonts();
    }

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws IOException {
        FontMappers.set(Fonts.BUNDLED);
        InflatedStreams.check(bytes);
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            countPages(document);
            List<PdfLine> lines = PdfLines.of(document);
            checkText(lines);
            checkStamps(lines, document);
            List<PdfLine> text = PageFurniture.removedFrom(lines);
            return new Markup(
                    new PdfText(text.isEmpty() ? lines : text).dom(), about(document, isPrinted(document, lines)));
        } catch (InvalidPasswordException e) {
            throw new ReadingRefused(Problem.ENCRYPTED, "the document needs a password: save it without one");
        } catch (NoClassDefFoundError e) {
            // PDFBox declares the library for certificates as optional.
            throw new ReadingRefused(
                    Problem.ENCRYPTED,
                    "the document is locked for the owner of a certificate: save it without that lock");
        }
    }

    /** Counts the pages actually present; the declared number is only a claim. */
    private static void countPages(PDDocument document) throws ReadingRefused {
        int pages = 0;
        for (PDPage ignored : document.getPages()) {
            if (++pages > MAX_PAGES) {
                throw new ReadingRefused(Problem.TOO_LARGE, "more than " + MAX_PAGES + " pages");
            }
        }
        if (pages == 0) {
            throw new ReadingRefused(Problem.EMPTY, "a document without pages");
        }
    }

    private static void checkText(List<PdfLine> lines) throws ReadingRefused {
        long letters = count(lines, Character::isLetterOrDigit);
        long unknown = count(lines, c -> c == 0xfffd || Character.getType(c) == Character.PRIVATE_USE);
        if (letters + unknown == 0) {
            throw new ReadingRefused(
                    Problem.NO_TEXT, "no text layer: the pages are pictures, and need text recognition");
        }
        if (unknown > UNKNOWN_SHARE * (letters + unknown)) {
            throw new ReadingRefused(Problem.NO_TEXT, "the fonts do not say which letters they show");
        }
    }

    /** Refuses scans on which the scanning program left its name as text: a page has a picture, and hardly a word. */
    private static void checkStamps(List<PdfLine> lines, PDDocument document) throws ReadingRefused {
        Set<String> texts = new HashSet<>();
        lines.forEach(line -> texts.add(line.text().replaceAll("\\d+", "#")));
        int words = texts.stream().mapToInt(Words::count).sum();
        if (words <= MAX_STAMP && hasPictures(document)) {
            throw new ReadingRefused(
                    Problem.NO_TEXT, "the pages are pictures with a stamp on them, and need text recognition");
        }
    }

    private static boolean hasPictures(PDDocument document) {
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            if (resources != null && hasPictures(resources)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPictures(PDResources resources) {
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrinted(PDDocument document, List<PdfLine> lines) {
        PDDocumentInformation properties = document.getDocumentInformation();
        String programs = orEmpty(properties.getCreator()) + " " + orEmpty(properties.getProducer());
        return BROWSER.matcher(programs).find() || PageFurniture.isPrinted(lines);
    }

    private static long count(List<PdfLine> lines, IntPredicate which) {
        return lines.stream()
                .flatMapToInt(line -> line.text().codePoints())
                .filter(which)
                .count();
    }

    private static DocumentMetadata about(PDDocument document, boolean printed) {
        PDDocumentInformation properties = document.getDocumentInformation();
        return FileProperties.titled(DocumentMetadata.ranked(Rank.AFTER_TEXT), orEmpty(properties.getTitle()))
                .andAll(Term.AUTHOR, FileProperties.people(orEmpty(properties.getAuthor())))
                .and(Term.DESCRIPTION, orEmpty(properties.getSubject()))
                .andAll(Term.KEYWORD, FileProperties.keywords(orEmpty(properties.getKeywords())))
                .and(Term.LANGUAGE, language(document))
                .and(Term.PUBLISHED, printed ? null : date(properties.getCreationDate()))
                .and(Term.MODIFIED, printed ? null : date(properties.getModificationDate()));
    }

    private static @Nullable String language(PDDocument document) {
        return document.getDocumentCatalog().getLanguage();
    }

    private static @Nullable String date(@Nullable Calendar date) {
        return date instanceof GregorianCalendar day
                ? day.toZonedDateTime().toOffsetDateTime().withNano(0).toString()
                : null;
    }

    private static String orEmpty(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
