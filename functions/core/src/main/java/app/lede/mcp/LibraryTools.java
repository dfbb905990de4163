package app.lede.mcp;

import app.lede.api.Answer;
import app.lede.api.ReadingStores;
import app.lede.api.Request;
import app.lede.api.Routes;
import app.lede.quote.QuoteCheck;
import app.lede.rights.UnstatedUses;
import app.lede.rights.Use;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Assembles the tools of a library. */
public final class LibraryTools {

    private static final String STORIES = "/v1/stories";

    private LibraryTools() {}

    /**
     * Assembles the tools.
     *
     * @param reading answers the reading routes
     * @param writing answers the writing routes; without it the library cannot be changed, whatever an agent asks
     * @param unstated rule for texts on which the publisher says nothing
     */
    public static Toolbox of(
            ReadingStores stores,
            Function<Request, Answer> reading,
            Optional<Function<Request, Answer>> writing,
            UnstatedUses unstated,
            InstantSource clock) {
        Calls api = new Calls(reading);
        List<Tool> tools = new ArrayList<>(List.of(
                new SearchTool(api, unstated.allow(Use.AI_INPUT)),
                new FetchTool(stores.articles(), stores.texts(), unstated),
                new ChangesTool(api)));
        if (Routes.READING.contains("GET " + STORIES)) {
            tools.add(new StoriesTool(api));
        }
        tools.add(new VerifyQuoteTool(
                new QuoteCheck(stores.articles(), stores.texts(), stores.search(), clock), unstated));
        writing.map(Calls::new).ifPresent(calls -> {
            tools.add(RouteTool.addSource(calls));
            tools.add(RouteTool.addDocument(calls));
        });
        return new Toolbox(tools);
    }
}
