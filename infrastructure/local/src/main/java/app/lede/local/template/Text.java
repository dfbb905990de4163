package app.lede.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A string that may refer to resources whose physical names are known once the stack has started. */
public record Text(List<Part> parts) {

    /** A part of a text. */
    public sealed interface Part {}

    /** Literal characters. */
    public record Literal(String characters) implements Part {}

    /**
     * A reference to a resource or, if {@code attribute} is not empty, to its attribute: {@code !Ref id}, {@code
     * !GetAtt id.attribute}.
     */
    public record Reference(String resource, String attribute) implements Part {
        @Override
        public String toString() {
            return attribute.isEmpty() ? resource : resource + "." + attribute;
        }
    }

    /** Resolves references. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * Returns a reference's value.
         *
         * @throws TemplateRefused if the stack has no such value
         */
        String resolve(Reference reference);
    }

    public Text {
        parts = List.copyOf(parts);
    }

    public static Text of(String characters) {
        return new Text(List.of(new Literal(characters)));
    }

    /** Returns this text with every reference resolved. */
    public String resolve(Resolver resolver) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Literal(String characters) -> characters;
                    case Reference reference -> resolver.resolve(reference);
                })
                .collect(Collectors.joining());
    }

    /** Returns the references in order. */
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Reference reference) {
                references.add(reference);
            }
        }
        return List.copyOf(references);
    }
}
