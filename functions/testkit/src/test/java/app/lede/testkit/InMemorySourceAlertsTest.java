package app.lede.testkit;

import app.lede.alert.SourceAlerts;
import java.time.InstantSource;

class InMemorySourceAlertsTest extends SourceAlertsContract {

    @Override
    protected SourceAlerts empty() {
        return new InMemorySourceAlerts(InstantSource.fixed(Samples.NOON));
    }
}
