package app.lede.grounding;

import app.lede.enrich.Countries;
import app.lede.enrich.Mention;
import app.lede.grounding.Mark.Kind;
import app.lede.summary.Sentence;
import app.lede.summary.Sentences;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A text as evidence: its sentences, names, countries and quotations. Immutable. */
final class Source {

    /** Maximum number of sentences; a model gets no more to read. */
    private static final int MOST_SENTENCES = 400;

    /** Maximum length of a text in characters, and of one of its sentences: longer ones are lists, and no evidence. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final int LONGEST_SENTENCE = 1_500;

    private final Lexicon lexicon;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> lower = new HashSet<>();
    private final Set<String> capital = new HashSet<>();
    private final Set<String> countries;
    private final Countries names;

    Source(String whole, Lexicon lexicon, Countries names) {
        String text = whole.length() <= MOST_CHARACTERS ? whole : whole.substring(0, MOST_CHARACTERS);
        this.lexicon = lexicon;
        this.names = names;
        for (Sentence sentence : Sentences.split(text, lexicon.language())) {
            if (passages.size() == MOST_SENTENCES || sentence.text().length() > LONGEST_SENTENCE) {
                continue;
            }
            Passage passage = new Passage(sentence.text(), lexicon);
            if (!passage.instructs()) {
                sentences.add(sentence);
                passages.add(passage);
            }
        }
        for (Passage passage : passages) {
            passage.where(token -> !token.capital()).forEach(token -> lower.add(token.key()));
            passage.where(token -> token.capital() && !token.opens()).forEach(token -> capital.add(token.key()));
        }
        countries = codes(text);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    List<Passage> passages() {
        return passages;
    }

    Sentence sentence(int index) {
        return sentences.get(index);
    }

    /** Returns the codes of the countries and blocs that a text mentions. */
    Set<String> codes(String text) {
        return names.mentions(text, lexicon.language()).stream()
                .map(Mention::identifier)
                .collect(Collectors.toSet());
    }

    List<Mention> mentions(String text) {
        return names.mentions(text, lexicon.language());
    }

    Set<String> countries() {
        return countries;
    }

    /** Tests for a name: a capitalised word that does not owe its capital to its place. */
    boolean isName(Token token) {
        if (!token.capital() || !token.isContent()) {
            return false;
        }
        return !token.opens() || (capital.contains(token.key()) && !lower.contains(token.key()));
    }

    /** Tests for a noun of a language that writes all of them with a capital: an article or a number stands before it. */
    boolean isNoun(List<Token> tokens, int at) {
        if (!lexicon.nounsHaveCapitals() || at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        return before.isNumber() || (before.is(Kind.STOP) && !before.is(Kind.PREPOSITION));
    }

    /** Returns the names of a sentence outside quotations, in order. */
    List<Token> names(Passage passage) {
        return passage.where(token -> !token.quoted() && isName(token)).toList();
    }

    /** Returns the comparison key of a sentence's quotations, joined. */
    static String quoted(Passage passage) {
        return Words.key(passage.where(Token::quoted).map(Token::text).collect(Collectors.joining(" ")));
    }
}
