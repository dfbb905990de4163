package app.lede.local.command.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.template.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostsCommandTest {

    private static final String TWO_SCHEDULES = """
        Resources:
          DeliverAlertsFunction:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: ../functions/deliver-alerts/target/deliver-alerts.zip
              Handler: app.lede.deliveralerts.DeliverAlertsHandler
              Timeout: 60
              MemorySize: 512
              Events:
                EachMinute: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute)}}
                EachQuarter: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(15 minutes)}}
        """;

    @Test
    void ticks_of_all_schedules_of_a_function_are_counted() {
        assertEquals(
                Map.of("deliver-alerts", 1_440.0 + 96), CostsCommand.ticks(Template.parse(TWO_SCHEDULES, Map.of())));
    }
}
