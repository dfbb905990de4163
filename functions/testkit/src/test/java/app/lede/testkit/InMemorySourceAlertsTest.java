package app.lede.testkit;

import app.lede.alert.SourceAlerts;

class InMemorySourceAlertsTest extends SourceAlertsContract {

    @Override
    protected SourceAlerts empty() {
        return new InMemorySourceAlerts();
    }
}
