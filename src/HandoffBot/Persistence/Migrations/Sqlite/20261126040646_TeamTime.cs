using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "capacity",
                table: "teams",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "{\"open\":15,\"notWorked\":5}"
            );

            migrationBuilder.AddColumn<string>(
                name: "holidays",
                table: "teams",
                type: "TEXT",
                maxLength: 4096,
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<bool>(
                name: "is_unattended_told",
                table: "teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "unattended_since", table: "teams", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "began_on", table: "members", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan",
                table: "members",
                type: "TEXT",
                maxLength: 1024,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "shift_said_at", table: "members", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "times_off",
                table: "members",
                type: "TEXT",
                maxLength: 4096,
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<bool>(
                name: "was_full",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "was_on",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "capacity", table: "teams");

            migrationBuilder.DropColumn(name: "holidays", table: "teams");

            migrationBuilder.DropColumn(name: "is_unattended_told", table: "teams");

            migrationBuilder.DropColumn(name: "unattended_since", table: "teams");

            migrationBuilder.DropColumn(name: "began_on", table: "members");

            migrationBuilder.DropColumn(name: "plan", table: "members");

            migrationBuilder.DropColumn(name: "shift_said_at", table: "members");

            migrationBuilder.DropColumn(name: "times_off", table: "members");

            migrationBuilder.DropColumn(name: "was_full", table: "members");

            migrationBuilder.DropColumn(name: "was_on", table: "members");
        }
    }
}
