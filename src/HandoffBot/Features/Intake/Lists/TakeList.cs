using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Somebody of marketing, or a manager, sends a file in private: a list of leads. What belongs to a reply stays with it.</summary>
internal sealed class TakeList(HandoffDb db, Callers callers, OpenList opening, DialogueEngine engine, Replies replies)
    : IListener<TextWritten>
{
    /// <summary>The messenger gives out no more to a bot.</summary>
    public const long Largest = 20 << 20;

    private static readonly string[] Endings =
    [
        ".csv",
        ".tsv",
        ".tab",
        ".txt",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".xlsb",
        ".ods",
        ".numbers",
    ];

    public async Task<bool> HearAsync(TextWritten update, CancellationToken cancellationToken)
    {
        if (update is not { Document: { } file, Place.IsPrivate: true, Edited: false, ReplyTo: null, From: not null })
        {
            return false;
        }

        var isList = Array.Exists(Endings, e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var places = await PlacesAsync(update, cancellationToken);
        var teams = places.Where(p => p.Member.IsMarketer).ToList();
        if (places.Count == 0 || (!isList && (teams.Count == 0 || update.Text.Length > 0)))
        {
            return false;
        }

        if (Refusal(file, isList, teams.Count) is { } why)
        {
            await replies.SayAsync(update, why, cancellationToken);
            return true;
        }

        await AskAsync(update, file, teams, cancellationToken);
        return true;
    }

    private static string? Refusal(SentDocument file, bool isList, int teams) =>
        teams == 0 ? "Intake.ListNotYours"
        : !isList ? "Intake.ListNoTable"
        : file.Bytes > Largest ? "Intake.ListTooLarge"
        : null;

    private async Task AskAsync(
        TextWritten update,
        SentDocument file,
        List<Caller> teams,
        CancellationToken cancellationToken
    )
    {
        var draft = new ListDraft
        {
            FileId = file.Id,
            FileName = file.Name,
            Bytes = file.Bytes,
        };
        if (teams is not [var only])
        {
            await StartAsync(update, ListStep.Team, draft, cancellationToken);
            return;
        }

        var list = await opening.HandleAsync(only.Id, only.Team.Id, draft, cancellationToken);
        draft = draft with { List = list.Id };
        await StartAsync(update, ListStep.Reading, draft, cancellationToken);
        list.Dialogue = await db
            .Dialogues.Where(d => d.Person == only.Id && d.Kind == ListDialogue.Kind && d.State == DialogueState.Active)
            .MaxAsync(d => d.Seq, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A question of its own for each file, but for one of the same name, which was mended and sent again.</summary>
    private Task StartAsync(TextWritten update, string step, ListDraft draft, CancellationToken cancellationToken)
    {
        var name = SHA256.HashData(Encoding.UTF8.GetBytes(draft.FileName));
        var about = BinaryPrimitives.ReadInt64LittleEndian(name) & long.MaxValue;
        return engine.StartAsync(update, ListDialogue.Kind, step, draft, cancellationToken, about);
    }

    /// <summary>Who they are in each of their teams.</summary>
    private async Task<List<Caller>> PlacesAsync(TextWritten update, CancellationToken cancellationToken)
    {
        var person = new PersonId(update.From!.Id);
        var teams = await db
            .Members.Where(m => m.Person == person && m.LeftAt == null)
            .OrderBy(m => m.Team)
            .Select(m => m.Team)
            .ToListAsync(cancellationToken);
        var places = new List<Caller>();
        foreach (var team in teams)
        {
            if (await callers.FindAsync(update, team, cancellationToken) is { } caller)
            {
                places.Add(caller);
            }
        }

        return places;
    }
}
