package app.lede.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A string of the template that may name resources whose physical names are known only once the stack has started. */
public record Text(List<Part> parts) {

    /** A piece of a text. */
    public sealed interface Part {}

    /** Characters as they stand in the template. */
    public record Literal(String characters) implements Part {}

    /** A resource, or with {@code attribute} not empty one of its attributes: {@code !Ref id}, {@code !GetAtt id.attribute}. */
    public record Reference(String resource, String attribute) implements Part {
        @Override
        public String toString() {
            return attribute.isEmpty() ? resource : resource + "." + attribute;
        }
    }

    /** Gives the value a reference stands for. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * The value.
         *
         * @throws TemplateRefused when the stack has no such value
         */
        String resolve(Reference reference);
    }

    public Text {
        parts = List.copyOf(parts);
    }

    public static Text of(String characters) {
        return new Text(List.of(new Literal(characters)));
    }

    /** This text with every reference replaced. */
    public String resolve(Resolver resolver) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Literal(String characters) -> characters;
                    case Reference reference -> resolver.resolve(reference);
                })
                .collect(Collectors.joining());
    }

    /** The resources this text names, in order. */
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
