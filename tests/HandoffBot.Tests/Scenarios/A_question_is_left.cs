using HandoffBot.Dialogues;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_question_is_left
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task About_ones_own_shift_by_a_button(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage(w["Team.ShiftOnThen"]);
        foreach (var what in new[] { "Team.ShiftPlan", "Team.ShiftTimeOff", "Team.ShiftQuiet" })
        {
            await LeaveAsync(s, s.Ivan, shift, w[what]);
        }

        await MustBeAsBeforeAsync(s, s.Ivan);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task About_a_rep_by_a_button(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Olga.Says("/team");
        await s.Olga.Press(await s.Olga.ExpectMessage(w.Say("Team.Mates", "Windows", 3, 3)), $"{s.Ivan.Name}…");
        var mate = await s.Olga.ExpectMessage(w.Say("Team.Mate", s.Ivan.Name, "Windows"));
        foreach (var what in new[] { "Team.MateSetWeight", "Team.MateSetSkills" })
        {
            await LeaveAsync(s, s.Olga, mate, w[what]);
        }

        await MustBeAsBeforeAsync(s, s.Olga);
    }

    private static async Task LeaveAsync(Scenario s, ScenarioPerson who, Message at, string what)
    {
        var before = who.Messages.Max(m => m.Id);
        await who.Press(at, what);
        var leave = s.Words["Team.Leave"];
        var asked = await who.Expect(
            m => m.Id > before && ScenarioChat.Buttons(m).Contains(leave),
            $"a way out of {what}"
        );
        await who.Press(asked, leave);
        await who.ExpectButtons(asked);
    }

    private static async Task MustBeAsBeforeAsync(Scenario s, ScenarioPerson who)
    {
        await who.ExpectMessage(s.Words["Team.Cancelled"]);
        Assert.False(await s.ReadAsync(db => db.Dialogues.AnyAsync(d => d.State != DialogueState.Over)));
    }
}
